//! Long work without the interpreter: Ctrl-C, progress, panics; the only place that detaches.

use std::any::Any;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

use pyo3::prelude::*;

use super::error::internal;
use crate::error::{Error, Result};
use crate::task::{self, Task};

/// How long Ctrl-C and the progress callback wait at most, beside the work between two checks.
const TICK: Duration = Duration::from_millis(50);

/// Does `work` while other Python threads run; Ctrl-C or an exception in `progress` cancels it.
///
/// `progress` is called as `progress(done, total)`, at most every 50 ms and once at the end.
pub(super) fn run<R: Send>(
    py: Python<'_>,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Task) -> Result<R> + Send,
) -> PyResult<R> {
    run_task(py, &Task::new(), progress, work)
}

/// The same for a task that goes on from one call to the next.
pub(super) fn run_task<R: Send>(
    py: Python<'_>,
    task: &Task,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Task) -> Result<R> + Send,
) -> PyResult<R> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    let outcome = py.detach(|| supervise(task, progress, work));
    let result = outcome?;
    if let Some(progress) = progress {
        report(py, progress, task)?;
    }
    Ok(result)
}

fn supervise<R: Send>(
    task: &Task,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Task) -> Result<R> + Send,
) -> PyResult<R> {
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(1);
        scope.spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(task)));
            // Nobody listens only if the supervisor itself has panicked.
            let _ = sender.send(outcome);
        });
        let mut interruption = None;
        loop {
            match receiver.recv_timeout(TICK) {
                Err(RecvTimeoutError::Timeout) if interruption.is_none() => {
                    interruption = Python::attach(|py| tick(py, progress, task)).err();
                    if interruption.is_some() {
                        task.cancel();
                    }
                }
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => break Err(internal("the worker is gone")),
                Ok(outcome) => break finish(outcome, interruption),
            }
        }
    })
}

fn finish<R>(outcome: std::thread::Result<Result<R>>, interruption: Option<PyErr>) -> PyResult<R> {
    match (outcome, interruption) {
        // Work that was done before it heard of the interruption must not hide it.
        (Ok(_), Some(interruption)) => Err(interruption),
        (Ok(result), None) => Ok(result?),
        (Err(panic), _) => Err(panicked(panic)),
    }
}

fn tick(py: Python<'_>, progress: Option<&Py<PyAny>>, task: &Task) -> PyResult<()> {
    py.check_signals()?;
    progress.map_or(Ok(()), |progress| report(py, progress, task))
}

fn report(py: Python<'_>, progress: &Py<PyAny>, task: &Task) -> PyResult<()> {
    progress.call1(py, task.progress()).map(|_| ())
}

/// Does quick work in place; a panic becomes an `InternalError` here too.
pub(super) fn guard<R>(work: impl FnOnce() -> Result<R>) -> PyResult<R> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => Ok(result?),
        Err(panic) => Err(panicked(panic)),
    }
}

/// The error that was thrown, or that there is a defect.
fn panicked(panic: Box<dyn Any + Send>) -> PyErr {
    match Error::thrown(panic) {
        Ok(error) => error.into(),
        Err(panic) => internal(panic_message(&*panic)),
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown panic")
}

/// Set how many threads later calls use.
#[pyfunction]
pub(super) fn set_threads(n: usize) -> PyResult<()> {
    let error = || Error::Parameter("threads must be at least 1, got 0".into());
    task::set_threads(NonZeroUsize::new(n).ok_or_else(error)?);
    Ok(())
}

/// How many threads calls use.
#[pyfunction]
pub(super) fn threads() -> usize {
    task::threads()
}

/// Panic inside a worker, so that a test can see how a panic arrives.
#[pyfunction]
#[pyo3(name = "_fail")]
pub(super) fn fail(py: Python<'_>) -> PyResult<()> {
    run(py, None, |task| {
        task.map(vec![()], |()| panic!("on purpose"))
            .map(|_: Vec<()>| ())
    })
}
