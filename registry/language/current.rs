use crate::Language;

/// The language of `{}`: that of this thread's [`scope`], or else the one that the process [`set`]. `None` stands for the
/// default language of each table.
///
/// ```
/// # #[cfg(feature = "std")] {
/// use code_registry::language;
///
/// let it = language!("it");
/// assert_eq!(language::scope(it, language::current), Some(it));
/// # }
/// ```
pub fn current() -> Option<Language> {
    scoped().or_else(of_process)
}

#[cfg(any(target_has_atomic = "64", target_has_atomic = "32"))]
mod process {
    use crate::Language;
    #[cfg(not(target_has_atomic = "64"))]
    use crate::language::split_atomic::SplitAtomic as AtomicU64;
    #[cfg(target_has_atomic = "64")]
    use crate::sync::AtomicU64;
    use crate::sync::Ordering;

    static CURRENT: AtomicU64 = AtomicU64::new(0);

    /// Sets the language of `{}` in the whole process, except inside a [`scope`](super::scope). [`unset`] undoes it.
    ///
    /// Targets without an atomic compare-and-swap of 32 or 64 bits (`thumbv6m`) do not have this function: pass the
    /// language to [`localized`](crate::Localize::localized).
    ///
    /// ```standalone_crate
    /// use code_registry::{language, websocket::CloseCode};
    ///
    /// let it = language!("it");
    /// assert_eq!(CloseCode::Normal.to_string(), CloseCode::Normal.description(CloseCode::DEFAULT_LANGUAGE));
    /// language::set(it);
    /// assert_eq!(CloseCode::Normal.to_string(), CloseCode::Normal.description(it));
    /// language::unset();
    /// assert_eq!(language::current(), None);
    /// ```
    pub fn set(language: Language) {
        // A single number that no other memory depends on needs no ordering.
        CURRENT.store(language.to_bits(), Ordering::Relaxed);
    }

    /// Leaves the process without a language: `{}` uses the default language of each table again. Not available on the
    /// targets that lack [`set`].
    pub fn unset() {
        CURRENT.store(0, Ordering::Relaxed);
    }

    pub(super) fn of_process() -> Option<Language> {
        Language::from_bits(CURRENT.load(Ordering::Relaxed))
    }
}

#[cfg(any(target_has_atomic = "64", target_has_atomic = "32"))]
use process::of_process;
#[cfg(any(target_has_atomic = "64", target_has_atomic = "32"))]
pub use process::{set, unset};

/// Without atomics the process has no current language.
#[cfg(not(any(target_has_atomic = "64", target_has_atomic = "32")))]
fn of_process() -> Option<Language> {
    None
}

#[cfg(feature = "std")]
mod thread {
    use core::cell::Cell;
    use core::future::poll_fn;
    use core::pin::{Pin, pin};
    use core::task::{Context, Poll};

    use crate::Language;

    std::thread_local! {
        static SCOPE: Cell<Option<Language>> = const { Cell::new(None) };
    }

    /// Runs `work` with `language` as the language of `{}` in this thread.
    ///
    /// It applies to everything that is formatted inside, including errors inside other errors. Scopes nest, and a panic
    /// ends a scope like a return. A future that `work` returns is polled outside the scope: use [`scope_async`] for it.
    ///
    /// ```
    /// use code_registry::{Language, language, websocket::CloseCode};
    ///
    /// const IT: Language = Language::new("it").unwrap();
    /// let text = language::scope(IT, || format!("{}", CloseCode::Normal));
    /// assert_eq!(text, CloseCode::Normal.description(IT));
    /// ```
    pub fn scope<R>(language: Language, work: impl FnOnce() -> R) -> R {
        let _outer = Restore(SCOPE.replace(Some(language)));
        work()
    }

    /// Runs a future with `language` as the language of `{}`, also after an `.await` and in whichever thread an executor
    /// polls it.
    ///
    /// The values that the future holds are dropped in this language too, also if the future is cancelled. Between polls,
    /// the thread has its former language again. Tasks that the future spawns are polled on their own and do
    /// not inherit the language: wrap them too, with the language that [`current`](super::current) returns.
    ///
    /// ```
    /// use code_registry::{Language, language, websocket::CloseCode};
    ///
    /// const IT: Language = Language::new("it").unwrap();
    /// async fn handler() -> String {
    ///     tokio::task::yield_now().await;
    ///     CloseCode::Normal.to_string()
    /// }
    /// let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    /// let text = runtime.block_on(language::scope_async(IT, handler()));
    /// assert_eq!(text, CloseCode::Normal.description(IT));
    /// ```
    pub async fn scope_async<F: Future>(language: Language, future: F) -> F::Output {
        let mut scoped = Scoped { language, future: pin!(Some(future)) };
        poll_fn(|context| scoped.poll(context)).await
    }

    /// A future that is polled and dropped in a language.
    struct Scoped<'a, F> {
        language: Language,
        future: Pin<&'a mut Option<F>>,
    }

    impl<F: Future> Scoped<'_, F> {
        fn poll(&mut self, context: &mut Context<'_>) -> Poll<F::Output> {
            let future = self.future.as_mut().as_pin_mut();
            scope(self.language, || future.map_or(Poll::Pending, |future| future.poll(context)))
        }
    }

    impl<F> Drop for Scoped<'_, F> {
        fn drop(&mut self) {
            scope(self.language, || self.future.set(None));
        }
    }

    pub(super) fn scoped() -> Option<Language> {
        // Destructors that run while a thread ends are outside of any scope.
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
use thread::scoped;
#[cfg(feature = "std")]
pub use thread::{scope, scope_async};

/// Without threads there are no scopes.
#[cfg(not(feature = "std"))]
fn scoped() -> Option<Language> {
    None
}
