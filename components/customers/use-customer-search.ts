'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ClientFailure, clientFailure } from '../api/client-failure.ts';
import { useReader } from '../api/use-reader.ts';
import { type FoundCustomers, foundCustomersIn } from './customer-json.ts';

const settleMs = 300;

/** Shorter texts would find half the store. */
export const shortestSearch = 2;
const longestSearch = 200;

export interface CustomerSearch {
  /** What is in the field. */
  text: string;
  setText: (text: string) => void;
  /** What was found last; undefined while there is nothing to search for. */
  found: FoundCustomers | undefined;
  /** Why the last search failed. */
  failure: ClientFailure | undefined;
  /** What is found is not yet what the text asks for. */
  searching: boolean;
  /** Searches for the same once more. */
  again: () => void;
}

interface Outcome {
  question: string;
  found?: FoundCustomers;
  failure?: ClientFailure;
}

/**
 * Searches customers by name or email as somebody types. A search that is overtaken is cancelled;
 * what was found before stays until the next is there.
 * @param segmentId only those in this segment
 */
export function useCustomerSearch(storeHash: string, segmentId?: string): CustomerSearch {
  const read = useReader(foundCustomersIn);
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const query = text.trim().slice(0, longestSearch);
  const question = `${attempt} ${query}`;
  const isSearch = query.length >= shortestSearch;

  useEffect(() => {
    if (!isSearch) return setOutcome(undefined);
    const overtaken = new AbortController();
    const { signal } = overtaken;
    const params = new URLSearchParams({ search: query, store: storeHash });
    if (segmentId !== undefined) params.set('segment', segmentId);
    const timer = setTimeout(async () => {
      const result = await read(`/api/customers?${params}`, signal).then(
        (found) => ({ found }),
        (error: unknown) => ({ failure: clientFailure(error) }),
      );
      if (!signal.aborted) setOutcome({ question, ...result });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [read, storeHash, segmentId, query, isSearch, question]);

  const again = useCallback(() => setAttempt((before) => before + 1), []);
  const searching = isSearch && outcome?.question !== question;
  return {
    text,
    setText,
    found: isSearch ? outcome?.found : undefined,
    failure: isSearch && !searching ? outcome?.failure : undefined,
    searching,
    again,
  };
}
