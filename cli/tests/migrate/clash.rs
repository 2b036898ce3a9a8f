#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("nothing to store")]
    NothingToDo,
    #[error("full")] Full,
}
#[derive(Debug, thiserror::Error)]
#[error("the store {0} is closed")]
pub struct Closed(pub String);
