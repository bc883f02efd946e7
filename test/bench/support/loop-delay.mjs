/** Longest delay of the event loop since it was last asked, in milliseconds, as the metrics say. */
export async function loopDelay(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(await answer.text()) ?? [];
  return Number(seconds) * 1000;
}
