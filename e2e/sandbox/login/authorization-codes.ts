import { randomBytes } from 'node:crypto';

export interface Grant {
  readonly storeHash: string;
  readonly userId: number;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** Authorization codes: random, valid for one exchange, bound to a client, scopes and a store. */
export class AuthorizationCodes {
  #grants = new Map<string, Grant>();
  /** Codes from the consent page that the control panel has not passed to the app yet. */
  #pending = new Map<string, string>();

  issue(grant: Grant): string {
    const code = randomBytes(20).toString('hex');
    this.#grants.set(code, grant);
    return code;
  }

  find(code: string): Grant | undefined {
    const grant = this.#grants.get(code);
    return grant && grant.expiresAt > Date.now() ? grant : undefined;
  }

  spend(code: string): void {
    this.#grants.delete(code);
  }

  holdForPanel(storeHash: string, userId: number, code: string): void {
    this.#pending.set(`${storeHash}:${userId}`, code);
  }

  /** Returns this user's pending code once, so that a reloaded page gets none. */
  takeForPanel(storeHash: string, userId: number): string | undefined {
    const key = `${storeHash}:${userId}`;
    const code = this.#pending.get(key);
    this.#pending.delete(key);
    return code;
  }

  clear(): void {
    this.#grants.clear();
    this.#pending.clear();
  }
}
