import type TestAgent from 'supertest/lib/agent.js';

/** The version of a preview that its button of deposit says was looked at. */
export async function previewVersion(agent: TestAgent, address: string): Promise<string> {
  const { text } = await agent.get(address).set('accept', 'text/html');
  return /name="version"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
}
