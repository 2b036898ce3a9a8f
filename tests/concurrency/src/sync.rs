//! Types with the names of Rust's, built on loom's. Loom's types cannot be in a static, and live for one run of a
//! model. These take theirs from a pool of the run at the first use, so that taking one does not order threads.

use std::fmt::Debug;
use std::sync::atomic::AtomicUsize as Counter;
use std::sync::{LockResult, Mutex as Plain, MutexGuard, OnceLock as Once};

use loom::sync as looms;

pub(crate) use std::sync::PoisonError;
pub(crate) use std::sync::atomic::Ordering;

/// The number of runs that have begun.
static RUNS: Counter = Counter::new(0);
/// The pool of this run: numbers that are not used yet, all zero.
static UNUSED: Plain<Vec<&'static Atomic>> = Plain::new(Vec::new());
/// More than any model uses.
const ATOMICS: usize = 16;

/// Runs a model in every order that the memory model allows with at most four interruptions of a thread. In each, every
/// static is as at the start of a program.
pub(crate) fn model(run: impl Fn() + Send + Sync + 'static) {
    static ALONE: Plain<()> = Plain::new(());
    let _alone = alone(&ALONE);
    let before = RUNS.load(Ordering::Relaxed);
    let mut orders = loom::model::Builder::new();
    orders.preemption_bound = Some(4);
    orders.check(move || {
        RUNS.fetch_add(1, Ordering::Relaxed);
        *alone(&UNUSED) = (0..ATOMICS).map(|_| &*Box::leak(Box::default())).collect();
        run();
    });
    println!("{} orders", RUNS.load(Ordering::Relaxed) - before);
}

/// Locks what only this file uses. Loom does not see the lock.
fn alone<T>(of: &Plain<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A value for each run. It is leaked, since the threads of a model need it without a lifetime.
#[derive(Debug)]
struct EachRun<T: 'static>(Plain<Option<(usize, &'static T)>>);

impl<T> EachRun<T> {
    const fn new() -> Self {
        Self(Plain::new(None))
    }

    fn get(&self, take: impl FnOnce() -> &'static T) -> &'static T {
        let run = RUNS.load(Ordering::Relaxed);
        let mut taken = alone(&self.0);
        match *taken {
            Some((of, taken)) if of == run => taken,
            _ => taken.insert((run, take())).1,
        }
    }
}

/// A number, and a counter of its accesses. Loom tries two accesses in both orders only if they conflict, and no longer
/// treats a load and a store as a conflict once the storing thread has loaded too. Additions to the counter always
/// conflict. They are relaxed, so they make nothing visible.
#[derive(Debug, Default)]
struct Atomic {
    value: looms::atomic::AtomicU64,
    turns: looms::atomic::AtomicU64,
}

impl Atomic {
    fn in_turn(&self) -> &looms::atomic::AtomicU64 {
        self.turns.fetch_add(1, Ordering::Relaxed);
        &self.value
    }
}

macro_rules! atomics {
    ($($name:ident of $integer:ty;)*) => {$(
        #[derive(Debug)]
        pub(crate) struct $name(EachRun<Atomic>);

        impl $name {
            pub(crate) const fn new(first: $integer) -> Self {
                assert!(first == 0, "every atomic of the library begins with zero");
                Self(EachRun::new())
            }

            pub(crate) fn load(&self, order: Ordering) -> $integer {
                self.atomic().in_turn().load(order) as $integer
            }

            pub(crate) fn store(&self, value: $integer, order: Ordering) {
                self.atomic().in_turn().store(value as u64, order);
            }

            fn atomic(&self) -> &'static Atomic {
                self.0.get(|| alone(&UNUSED).pop().expect("the pool is large enough"))
            }
        }
    )*};
}

impl AtomicU32 {
    pub(crate) fn swap(&self, value: u32, order: Ordering) -> u32 {
        self.atomic().in_turn().swap(value.into(), order) as u32
    }
}

atomics! {
    AtomicU32 of u32;
    AtomicU64 of u64;
    AtomicUsize of usize;
}

#[derive(Debug)]
pub(crate) struct Mutex<T: 'static>(EachRun<looms::Mutex<T>>);

impl Mutex<()> {
    pub(crate) const fn new((): ()) -> Self {
        Self(EachRun::new())
    }

    pub(crate) fn lock(&self) -> LockResult<looms::MutexGuard<'static, ()>> {
        readers::take_no_locks();
        self.0.get(|| Box::leak(Box::new(looms::Mutex::new(())))).lock()
    }
}

/// As in Rust's documentation: a thread that gets the value sees everything that was done before it was created.
#[derive(Debug)]
pub(crate) struct OnceLock<T> {
    is_made: AtomicUsize,
    value: Once<T>,
}

impl<T: Debug> OnceLock<T> {
    pub(crate) const fn new() -> Self {
        Self { is_made: AtomicUsize::new(0), value: Once::new() }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        (self.is_made.load(Ordering::Acquire) == 1).then(|| self.value.get())?
    }

    pub(crate) fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
        readers::take_no_locks();
        if self.get().is_none() {
            self.value.set(make()).expect("two threads must not initialize it, or one would wait");
            self.is_made.store(1, Ordering::Release);
        }
        self.value.get().expect("it is initialized")
    }
}

/// Threads that must not wait.
pub(crate) mod readers {
    use std::cell::Cell;

    loom::thread_local! {
        static IS_READER: Cell<bool> = Cell::new(false);
    }

    /// From here on, the test fails if this thread of the model takes a lock.
    pub(crate) fn begin() {
        IS_READER.with(|is_reader| is_reader.set(true));
    }

    pub(super) fn take_no_locks() {
        assert!(!IS_READER.with(Cell::get), "a thread that reads a text must not wait");
    }
}
