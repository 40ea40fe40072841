const FRAME = '.react-flow__nodesselection';

type Pointed = { readonly target: EventTarget | null; readonly clientX: number; readonly clientY: number };

/** True where the frame around several chosen cards was hit, and nothing else. */
export function isOnFrame({ target }: Pick<Pointed, 'target'>): boolean {
  return target instanceof Element && target.closest(FRAME) !== null;
}

/** What an event is about: the frame around several chosen cards lets through to what lies under it. */
export function reachedBy(event: Pointed): EventTarget | null {
  if (!isOnFrame(event)) return event.target;
  const under = document.elementsFromPoint(event.clientX, event.clientY);
  return under.find((element) => element.closest(FRAME) === null) ?? event.target;
}
