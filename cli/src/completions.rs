//! `codes completions`

use clap::{Args, Command};
use clap_complete::Shell;

use crate::failure::{Exit, Failure};
use crate::output;

const EXAMPLES: &str = "\
Where shells look for it:
  bash        codes completions bash > ~/.local/share/bash-completion/completions/codes
  zsh         codes completions zsh > \"${fpath[1]}/_codes\"
  fish        codes completions fish > ~/.config/fish/completions/codes.fish
  PowerShell  codes completions powershell >> $PROFILE
  Elvish      codes completions elvish >> ~/.config/elvish/rc.elv";

/// Print what a shell needs to complete commands and options
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, mut command: Command) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "codes", &mut script);
        output::answer(|out| Ok(out.write_all(&script)?))?;
        Ok(Exit::Clean)
    }
}
