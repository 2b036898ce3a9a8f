//! A WebSocket that ends as the page requests.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Control, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{Frame, FrameHeader};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::answer::answer;
use crate::closing::Closing;

/// The page requests an end, gets the expected event, and then the connection ends.
pub(crate) async fn serve(stream: TcpStream) -> Result<(), Error> {
    let mut socket = tokio_tungstenite::accept_async(stream).await?;
    let Some(message) = socket.next().await else { return Ok(()) };
    let Some(closing) = Closing::read(message?.to_text()?) else { return socket.close(None).await };
    socket.send(Message::text(answer(&closing).to_string())).await?;
    match &closing {
        Closing::Cut => Ok(()),
        Closing::Wait { .. } => until_closed(&mut socket).await,
        _ => {
            // The frame as it is: tungstenite would correct some of its own.
            let payload = closing.payload().unwrap_or_default();
            let header = FrameHeader { opcode: OpCode::Control(Control::Close), ..FrameHeader::default() };
            socket.send(Message::Frame(Frame::from_payload(header, payload.into()))).await?;
            until_answered(&mut socket).await
        }
    }
}

/// The page closes, and tungstenite returns its code.
async fn until_closed(socket: &mut WebSocketStream<TcpStream>) -> Result<(), Error> {
    while let Some(message) = socket.next().await {
        message?;
    }
    Ok(())
}

/// The page returns the code or an error of its own; then the connection may end.
async fn until_answered(socket: &mut WebSocketStream<TcpStream>) -> Result<(), Error> {
    match tokio::time::timeout(Duration::from_secs(5), socket.next()).await {
        Ok(Some(Err(error))) => Err(error),
        _ => Ok(()),
    }
}
