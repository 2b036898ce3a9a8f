//! The members of problem details (RFC 9457): the library writes them, and the tool describes them in OpenAPI.

/// The members that are not arguments of a message.
pub const MEMBERS: [&str; 8] = ["type", "title", "status", "detail", "instance", "code", "symbol", "help"];

/// What precedes the name of an argument that is also the name of a member.
const PREFIX: &str = "argument_";

/// What precedes the name of an argument in problem details: nothing, or `argument_` if a member has this name.
///
/// No two arguments get the same name: an argument that is called `argument_type` gets the prefix too.
///
/// ```
/// # use code_registry_encoding::problem::prefix;
/// assert_eq!(prefix("path"), "");
/// assert_eq!(prefix("status"), "argument_");
/// assert_eq!(prefix("argument_status"), "argument_");
/// ```
pub fn prefix(argument: &str) -> &'static str {
    if MEMBERS.contains(&argument.trim_start_matches(PREFIX)) { PREFIX } else { "" }
}
