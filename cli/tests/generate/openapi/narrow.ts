// The types that openapi-typescript makes of the description narrow on `code` and on `symbol`.

import type { components } from "./lending.js";

type Problem = components["schemas"]["LendingProblem"];

export function days(problem: Problem): number | undefined {
  if (problem.code === 2) {
    const title: string = problem.argument_title;
    return title === "" ? undefined : problem.days;
  }
  // @ts-expect-error Other problems have no such member.
  return problem.days;
}

export function place(problem: Problem): string {
  switch (problem.symbol) {
    case "NOTHING_HERE":
    case "WRONG_METHOD":
      return problem.place;
    case "BOOK_NOT_FOUND":
      return problem.id;
    case "BOOK_ON_LOAN":
    case "CATALOGUE_UNREADABLE":
    case "MALFORMED_BODY":
      return problem.detail;
    default:
      return problem satisfies never;
  }
}
