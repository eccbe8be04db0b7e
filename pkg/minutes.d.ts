// The JSON of the minutes, version 1. Its names are those of src/export/json/.

/** 範囲: bytes of the text in UTF-8, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

/** Where words are printed; `gaps` are characters inside them that were passed over. */
export interface Place extends Span {
  gaps?: Gap[];
}

export interface Gap extends Span {
  joint: "pageBreak" | "lineBreak" | "space" | "padding";
}

type Places<Key extends string> = Record<Key, Place | null>;

/** 議事録: all that was read in a text. */
export interface MinutesDocument {
  format: "gijiroku";
  version: 1;
  meeting: Meeting;
  attendees: Attendee[];
  agenda: AgendaItem[];
  people: Person[];
  /** The tree of sections, top ones first. */
  sections: Section[];
  /** In the order of the text. */
  speeches: Speech[];
  decisions: Decision[];
  /** What stands at the top: sections and speeches by id, and what stands outside of any. */
  content: Content[];
  /** 正誤: what the publisher corrects. The text stays as it is. */
  corrections: PlacedCorrection[];
  diagnostics: Diagnostic[];
  /** The text that every place points into, as the command writes it, which reads the minutes back from it. */
  text?: string;
  /** The people whom the text alone does not tell, as they were supplied; from the command. */
  supplied?: { name: string; roles: string[]; reading: string | null; group: string | null; position: string | null }[];
  /** What mark-up, and not the words, tells of the text: lists of words, of which the first says what it is; from the command. */
  marked?: string[][];
  /** The file's own fields, where it was more than a text; each of its speeches with its place in the text. */
  record?: Record<string, unknown>;
}

/** 正誤: a correction, and the place of the words that it corrects; null where that cannot be told. */
export interface PlacedCorrection {
  printed: string;
  correct: string;
  at: string | null;
  line: number | null;
  reason: string | null;
  date: string | null;
  by: string | null;
  span: Span | null;
}

/** 会議. */
export interface Meeting {
  title: string | null;
  /** 会議体. */
  body: string | null;
  /** 回次. */
  session: number | null;
  /** 「議事概要」「会議録」. */
  kind: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
  /** HH:MM. */
  start: string | null;
  end: string | null;
  venue: string | null;
  /** The language (BCP 47) that mark-up names; plain text names none. */
  language?: string;
  /** Whether the printed weekday is the day's; null where none is printed. */
  weekdayAgrees: boolean | null;
  spans: Places<"title" | "body" | "session" | "kind" | "date" | "start" | "end" | "venue">;
}

export type AttendeeKind = "chair" | "member" | "explainer" | "witness" | "expert" | "secretariat" | "observer";

/** 出席者, as the roster prints them. */
export interface Attendee {
  name: string;
  title: string | null;
  group: string | null;
  kind: AttendeeKind;
  presence: "present" | "absent" | "late" | "leftEarly" | "represented";
  seat: number | null;
  proxy: string | null;
  politicalGroup: string | null;
  /** The id of the person. */
  person: string | null;
  span: Span;
  spans: Places<"name" | "title" | "group" | "seat" | "proxy" | "politicalGroup">;
}

/** 議題. */
export interface AgendaItem {
  number: string | null;
  text: string;
  /** The id of the section that takes it up. */
  sectionId: string | null;
  /** The id of the first speech on it. */
  speech: string | null;
  span: Span;
  spans: Places<"number" | "text">;
}

/** 人物: everybody in the roster or speaking. */
export interface Person {
  id: string;
  /** A full name; null where none is known. */
  name: string | null;
  /** What they are called where no full name is known. */
  label: string | null;
  /** Whether the publisher gave the name. */
  supplied: boolean;
  title: string | null;
  /** よみ, as the publisher or the record supplies it. */
  reading: string | null;
  /** 会派, as the publisher or the record supplies it. */
  politicalGroup: string | null;
  /** 肩書, as the publisher or the record supplies it. */
  position: string | null;
  kind: AttendeeKind;
  rank: "chair" | "viceChair" | "member";
  /** Index in `attendees`. */
  attendee: number | null;
  speeches: number;
  characters: number;
  spans: Places<"name" | "label">;
}

/** 議事の一区切り. */
export interface Section {
  id: string;
  number: string | null;
  heading: string | null;
  kind: "date" | "venue" | "attendance" | "agenda" | "papers" | "proceedings" | "item";
  /** 0 at the top. */
  depth: number;
  span: Span;
  spans: Places<"number" | "heading">;
  /** Ids of the speeches right under this heading. */
  speeches: string[];
  content: Content[];
  sections: Section[];
}

/** 発言: one turn of one speaker. */
export interface Speech {
  id: string;
  /** 発言者標示 as printed; null where none is. */
  label: string | null;
  mark: string | null;
  name: string | null;
  role: string | null;
  seat: number | null;
  honorific: string | null;
  qualifier: string | null;
  stage: string | null;
  /** The words of a heading that say who speaks, where no label does. */
  implied: { text: string; span: Span; sectionId: string } | null;
  /** The id of the person it is taken for. */
  person: string | null;
  personName: string | null;
  certainty: "stated" | "inferred" | "unknown";
  inferred: boolean;
  evidence: Evidence[];
  /** Ids of the persons it could also be. */
  candidates: string[];
  /** The title of the roster that the label disagrees with. */
  conflict: { text: string; span: Span } | null;
  kind: "statement" | "question" | "answer" | "chairing";
  /** The headings above it, from the top down. */
  section: string[];
  sectionId: string | null;
  start: number;
  end: number;
  spans: Places<"label" | "mark" | "name" | "role" | "seat" | "honorific" | "qualifier" | "stage">;
  content: Content[];
  /** 場の様子 inside of paragraphs: 「（拍手）」. */
  scenes: { text: string; span: Span }[];
  /** The id of the speech that it answers, as far as marks or the order of speakers tell. */
  answers: string | null;
  /** Paragraphs and items of lists, one a line, without label and notes. */
  text: string;
}

/** 根拠. */
export interface Evidence {
  kind: "fullName" | "rosterName" | "rosterTitle" | "heading" | "otherLabel" | "role" | "called" | "seat" | "supplied" | "markup";
  text: string | null;
  span: Span | null;
  sectionId: string | null;
}

export type Content =
  | { type: "section"; id: string }
  | { type: "speech"; id: string }
  | { type: "paragraph"; text: string; span: Span; gaps?: Gap[] }
  | { type: "note"; kind: NoteKind; text: string; time: string | null; span: Span; gaps?: Gap[] }
  | { type: "list"; heading: string | null; items: ListItem[]; span: Span; spans: Places<"heading"> }
  | { type: "attendees"; from: number; to: number }
  | { type: "separator"; text: string; span: Span }
  | { type: "endMark"; text: string; span: Span };

export type NoteKind = "scene" | "movement" | "opened" | "recessed" | "resumed" | "adjourned" | "closed" | "voted" | "narrative";

export interface ListItem {
  marker: string;
  text: string;
  span: Span;
  gaps?: Gap[];
  spans: { marker: Span };
}

/** 議決. */
export interface Decision {
  outcome: "adopted" | "rejected" | "deferred";
  method: "noObjection" | "standing" | "showOfHands" | "ballot" | null;
  text: string;
  span: Span;
  sectionId: string | null;
  speech: string | null;
}

/** 指摘. */
export interface Diagnostic {
  code: string;
  severity: "note" | "warning" | "error";
  lang: "ja" | "en";
  message: string;
  hint: string;
  span: Span;
  /** From 1. */
  line: number;
  column: number;
  seen: string;
  expected: string;
}

/** 説明: a line of the source, and what was read on it. */
export interface ExplainedLine {
  /** From 1. */
  line: number;
  /** As printed, without its end. */
  text: string;
  span: Span;
  lang: "ja" | "en";
  /** From left to right; they tile the line. */
  parts: ExplainedPart[];
}

export interface ExplainedPart {
  what:
    | "blank" | "pageMark" | "separator" | "endMark" | "title" | "heading" | "roster" | "rosterWords" | "agendaItem"
    | "listHeading" | "listItem" | "label" | "speech" | "note" | "paragraph" | "unused";
  /** What it was taken for, in words. */
  message: string;
  text: string;
  span: Span;
  section: string | null;
  kind: string | null;
  depth: number | null;
  speech: string | null;
  /** Indexes in `attendees`, from 0. */
  attendees: number[];
  /** Index in `agenda`, from 0. */
  agenda: number | null;
  details: { kind: string; text: string; value: string | null; span: Span }[];
  /** The rules that made it so, and the line that they rest on. */
  why: { rule: string; message: string; span: Span | null; line: number | null }[];
  person: string | null;
  certainty: string | null;
  /** Of a label and a row of the roster: whom it means and why, in sentences. */
  identity: string[];
}
