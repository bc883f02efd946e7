import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';

/** Keyed by the request, so that nothing a client sends can put an actor there. */
const actors = new WeakMap<object, Actor>();

/** Remembers who calls; the policy guard does it once, before anything else runs. */
export function rememberActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}

/** Who calls; nothing on a public route. */
export function actorOf(request: object): Actor | undefined {
  return actors.get(request);
}

/** Gives a controller method the actor its policy let in. */
export const CurrentActor = createParamDecorator((_data: undefined, context: ExecutionContext) => {
  const actor = actorOf(context.switchToHttp().getRequest<object>());
  if (!actor) throw new Error('A public route has no actor: declare who may call it with @Allow');
  return actor;
});
