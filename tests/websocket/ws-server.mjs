// `ws` as a server for tests/ws_server.rs. It prints its port, then the event of every connection that ends.
// A text `[code, reason]` makes it close with them. It reports an exception of its `close()`.

import { WebSocketServer } from "ws";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0 }, () => console.log(server.address().port));
server.on("connection", (socket) => {
  socket.onmessage = ({ data }) => {
    try {
      socket.close(...JSON.parse(data));
    } catch {
      socket.send("throws");
    }
  };
  // An error of the peer; the event that follows is tested.
  socket.onerror = () => {};
  socket.onclose = ({ code, reason, wasClean }) => console.log(JSON.stringify([code, reason, wasClean]));
});
