// The tools of the header, in their order. A tool is a button and the dialog that it opens: a new one is a file in
// ui/ and a line here.
import type { FunctionComponent } from 'preact';
import type { Page } from './page';
import { Filters } from './ui/Filters';
import { CompareTool } from './ui/Compare';
import { Cite } from './ui/Cite';
import { Download } from './ui/Download';
import { Help } from './ui/Help';
import { AddReports } from './ui/writing/AddReports';
import { Judgements } from './ui/writing/Judgements';
import { UndoLast, Verdict } from './ui/writing/Verdict';
import { t } from './messages';

export interface Tool {
  name: string;
  label: () => string; // on the button
  title: () => string; // said of the button
  key?: string; // that opens it
  round?: boolean; // a sign, not a word: its name is the title
  side?: boolean; // stands beside the map, and the page works on
  hidden?: boolean; // no button in the header
  when?: (page: Page) => boolean; // there is the tool; absent: always
  helped?: (page: Page) => boolean; // its key stands in the help; absent: where there is the tool
  Dialog: FunctionComponent<{ page: Page; close: () => void }>;
}

const served = (page: Page): boolean => page.host.desk !== undefined;
const whole = (page: Page): boolean => page.host.whole === undefined; // with all states of knowledge
const writing = (page: Page): boolean => page.host.desk?.writing.value === true;
const undoable = (page: Page): boolean => writing(page) && page.host.desk?.done.value?.undo != null;

export const TOOLS: readonly Tool[] = [
  { name: 'filters', label: () => t().analysis.filters.tool, title: () => t().analysis.filters.toolTitle, key: 'f', side: true, Dialog: Filters },
  { name: 'compare', label: () => t().analysis.compare.tool, title: () => t().analysis.compare.toolTitle, key: 'c', side: true, when: whole, Dialog: CompareTool },
  { name: 'add', label: () => t().writing.tools.add, title: () => t().writing.tools.addTitle, key: 'a', when: writing, Dialog: AddReports },
  { name: 'judgements', label: () => t().writing.tools.judgements, title: () => t().writing.tools.judgementsTitle, key: 'j', when: served, Dialog: Judgements },
  { name: 'download', label: () => t().take.label, title: () => t().take.labelTitle, Dialog: Download },
  { name: 'verdict', label: () => '', title: () => '', hidden: true, when: writing, Dialog: Verdict },
  { name: 'undo', label: () => '', title: () => t().writing.tools.undo, key: 'u', hidden: true, when: undoable, helped: writing, Dialog: UndoLast },
  { name: 'cite', label: () => t().tools.cite, title: () => t().tools.citeTitle, when: whole, Dialog: Cite },
  { name: 'help', label: () => '?', title: () => t().tools.help, key: '?', round: true, Dialog: Help },
];

/** The tools that there are now. */
export const toolsOf = (page: Page): Tool[] => TOOLS.filter(({ when }) => when === undefined || when(page));
