// `ws` as a client of `examples/close_codes`: node ws-client.mjs ADDRESS

import WebSocket from "ws";
import { end } from "../../examples/close_codes/end.js";
import { compare } from "./cases.mjs";

const [address] = process.argv.slice(2);
const socket = new URL("socket", address.replace(/^http/, "ws"));
// Unlike that of a browser, its `close()` accepts every code that may be sent.
const throws = ({ throws, asked, mistake }) => throws && (!asked.onWire || mistake !== null);
await compare(address, "ws-client.csv", (wish) => end(WebSocket, socket, wish), throws);
