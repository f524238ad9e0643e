// Times of the engine's web applications are those of Asia/Shanghai, whatever zone the computer is in.
const MINUTES_EAST = 480;

/** moment calls this hook for every time it makes. */
export function inShanghai(moment) {
  moment.updateOffset = (time) => {
    if (!time._isUTC) {
      time.utcOffset(MINUTES_EAST);
    }
  };
}
