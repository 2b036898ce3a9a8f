//! Tasks keep their language across every `.await`, on two executors.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::panic::catch_unwind;
use std::sync::{Arc, Mutex};
use std::thread;

use async_executor::Executor;
use code_registry::websocket::CloseCode;
use code_registry::{Coded, Language, language};
use futures_lite::future;

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

const TASKS: usize = 100_000;
const YIELDS: usize = 5;
const THREADS: usize = 4;

#[derive(Debug, Coded)]
#[coded(CloseCode::Abnormal)]
struct Failure;

/// How often a task in the language of its number showed another one.
async fn task(number: usize) -> usize {
    let wanted = if number.is_multiple_of(2) { EN } else { IT };
    language::scope_async(wanted, async move {
        let mut wrong = 0;
        for _ in 0..YIELDS {
            future::yield_now().await;
            wrong += usize::from(Failure.to_string() != CloseCode::Abnormal.description(wanted));
        }
        wrong
    })
    .await
}

#[test]
fn tasks_of_tokio_keep_their_language() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(THREADS).build().unwrap();
    let wrong = runtime.block_on(async {
        let tasks: Vec<_> = (0..TASKS).map(|number| tokio::spawn(task(number))).collect();
        let mut wrong = 0;
        for task in tasks {
            wrong += task.await.unwrap();
        }
        wrong
    });
    assert_eq!(wrong, 0);
}

#[test]
fn tasks_of_async_executor_keep_their_language() {
    let executor = Executor::new();
    let tasks: Vec<_> = (0..TASKS).map(|number| executor.spawn(task(number))).collect();
    // Each thread runs the executor until the last of its own share of tasks has ended.
    let mut shares: Vec<Vec<_>> = (0..THREADS).map(|_| Vec::new()).collect();
    for (number, task) in tasks.into_iter().enumerate() {
        shares[number % THREADS].push(task);
    }
    let wrong: usize = thread::scope(|threads| {
        let executor = &executor;
        let runs: Vec<_> = shares
            .into_iter()
            .map(|share| {
                threads.spawn(move || {
                    future::block_on(executor.run(async {
                        let mut wrong = 0;
                        for task in share {
                            wrong += task.await;
                        }
                        wrong
                    }))
                })
            })
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    assert_eq!(wrong, 0);
}

#[test]
fn scopes_of_tasks_nest_and_end() {
    let current = future::block_on(language::scope_async(IT, async {
        let inner = language::scope_async(EN, async {
            future::yield_now().await;
            language::current()
        });
        (inner.await, language::current(), language::scope(EN, language::current))
    }));
    assert_eq!(current, (Some(EN), Some(IT), Some(EN)));
    assert_eq!(language::current(), None, "the thread has its former language again");

    let panic = catch_unwind(|| future::block_on(language::scope_async(IT, async { panic!("in a task") })));
    assert!(panic.is_err());
    assert_eq!(language::current(), None, "also after a panic");
}

#[test]
fn values_of_a_cancelled_task_are_dropped_in_its_language() {
    struct Seen(Arc<Mutex<Option<Language>>>);
    impl Drop for Seen {
        fn drop(&mut self) {
            *self.0.lock().unwrap() = language::current();
        }
    }

    let seen = Arc::new(Mutex::new(None));
    let value = Seen(Arc::clone(&seen));
    let mut task = Box::pin(language::scope_async(IT, async move {
        let _value = value;
        future::pending::<()>().await;
    }));
    assert_eq!(future::block_on(future::poll_once(&mut task)), None);
    language::scope(EN, || drop(task));
    assert_eq!(*seen.lock().unwrap(), Some(IT));
    assert_eq!(language::current(), None);
}

#[test]
fn spawned_tasks_take_the_language_that_they_are_given() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(THREADS).build().unwrap();
    let (inherited, given) = runtime.block_on(language::scope_async(IT, async {
        let inherited = tokio::spawn(async { language::current() });
        let given = tokio::spawn(language::scope_async(IT, async { language::current() }));
        (inherited.await.unwrap(), given.await.unwrap())
    }));
    assert_eq!((inherited, given), (None, Some(IT)));
}
