/**
 * Opens a connection and lets it end as requested. The result is the prediction, and what the browser delivered or threw.
 *
 * `WebSocket` is that of the browser or another one with the same interface.
 */
export function end(WebSocket, address, wish) {
  return new Promise((resolve) => {
    const result = {};
    const socket = new WebSocket(address);
    socket.onopen = () => socket.send(JSON.stringify(wish));
    socket.onmessage = ({ data }) => {
      result.predicted = JSON.parse(data);
      if (wish.way !== "wait") return;
      try {
        socket.close(wish.code, wish.reason);
      } catch (error) {
        result.thrown = error.name;
        socket.close();
      }
    };
    // A CloseEvent follows every error.
    socket.onerror = () => {};
    socket.onclose = ({ code, reason, wasClean }) => resolve({ ...result, event: { code, reason, wasClean } });
  });
}
