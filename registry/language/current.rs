use crate::Language;

/// The language that `{}` speaks: this thread's [`scope`], else the one the process [`set`]; none: each table's
/// default language.
pub fn current() -> Option<Language> {
    scoped().or_else(of_process)
}

#[cfg(target_has_atomic = "64")]
mod process {
    use crate::Language;
    use crate::sync::{AtomicU64, Ordering};

    static CURRENT: AtomicU64 = AtomicU64::new(0);

    /// Sets the language that `{}` speaks in the whole process, but for threads inside a [`scope`](super::scope).
    ///
    /// Not there on targets without 64-bit atomics: say the language with [`localized`](crate::Localize::localized).
    ///
    /// ```standalone_crate
    /// use code_registry::{Language, language, websocket::CloseCode};
    ///
    /// assert_eq!(CloseCode::Normal.to_string(), CloseCode::Normal.description(CloseCode::LANGUAGES[0]));
    /// const IT: Language = Language::new("it").unwrap();
    /// language::set(IT);
    /// assert_eq!(CloseCode::Normal.to_string(), CloseCode::Normal.description(IT));
    /// ```
    pub fn set(language: Language) {
        // One number, and nothing else hangs on it: no ordering with other memory is needed.
        CURRENT.store(language.to_bits(), Ordering::Relaxed);
    }

    pub(super) fn of_process() -> Option<Language> {
        Language::from_bits(CURRENT.load(Ordering::Relaxed))
    }
}

#[cfg(target_has_atomic = "64")]
use process::of_process;
#[cfg(target_has_atomic = "64")]
pub use process::set;

/// Where a language cannot be written in one piece, the process has none.
#[cfg(not(target_has_atomic = "64"))]
fn of_process() -> Option<Language> {
    None
}

#[cfg(feature = "std")]
mod thread {
    use core::cell::Cell;

    use crate::Language;

    std::thread_local! {
        static SCOPE: Cell<Option<Language>> = const { Cell::new(None) };
    }

    /// Runs `work` with `language` as the language that `{}` speaks in this thread.
    ///
    /// It reaches everything that is formatted inside, whatever wraps the error. Scopes nest; a panic ends its scope
    /// like a return. Async: a task may go on in another thread after an `.await`, so format inside the scope and
    /// await outside it, or say the language with [`localized`](crate::Localize::localized).
    ///
    /// ```
    /// use code_registry::{Language, language, websocket::CloseCode};
    ///
    /// const IT: Language = Language::new("it").unwrap();
    /// let said = language::scope(IT, || format!("{}", CloseCode::Normal));
    /// assert_eq!(said, CloseCode::Normal.description(IT));
    /// ```
    pub fn scope<R>(language: Language, work: impl FnOnce() -> R) -> R {
        let _outer = Restore(SCOPE.replace(Some(language)));
        work()
    }

    pub(super) fn scoped() -> Option<Language> {
        // While a thread ends, what its other values print is in no scope.
        SCOPE.try_with(Cell::get).unwrap_or(None)
    }

    struct Restore(Option<Language>);

    impl Drop for Restore {
        fn drop(&mut self) {
            SCOPE.set(self.0);
        }
    }
}

#[cfg(feature = "std")]
pub use thread::scope;
#[cfg(feature = "std")]
use thread::scoped;

/// Without threads there are no scopes.
#[cfg(not(feature = "std"))]
fn scoped() -> Option<Language> {
    None
}
