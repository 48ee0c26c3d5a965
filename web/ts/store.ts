// Words kept in the browser. Storage that is full or switched off is no reason to stop: then nothing is kept.

export interface Store {
  read<T>(key: string): T|null;
  write(key: string, value: unknown): boolean;
  erase(key: string): void;
  /** The keys that begin with `beginning`. */
  keys(beginning: string): string[];
}

function over(storage: () => Storage): Store {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: <T>(key: string) => attempt<T|null>((s) => JSON.parse(s.getItem(key) ?? 'null') as T | null, null),
    write: (key, value) => attempt((s) => (s.setItem(key, JSON.stringify(value)), true), false),
    erase: (key) => attempt((s) => s.removeItem(key), undefined),
    keys: (beginning) => attempt((s) => Object.keys(s).filter((key) => key.startsWith(beginning)), []),
  };
}

/** Kept on this device until sent or signed out. */
export const device = over(() => localStorage);
/** Kept in this tab only. */
export const tab = over(() => sessionStorage);
