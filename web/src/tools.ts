// The tools of the header, in their order. A tool is a button and the dialog that it opens: a new one is a file in
// ui/ and a line here.
import type { FunctionComponent } from 'preact';
import type { Page } from './page';
import { Filters } from './ui/Filters';
import { CompareTool } from './ui/Compare';
import { Cite } from './ui/Cite';
import { Download } from './ui/Download';
import { Help } from './ui/Help';
import { t } from './messages';

export interface Tool {
  name: string;
  label: () => string; // on the button
  title: () => string; // said of the button
  key?: string; // that opens it
  round?: boolean; // a sign, not a word: its name is the title
  side?: boolean; // stands beside the map, and the page works on
  Dialog: FunctionComponent<{ page: Page; close: () => void }>;
}

export const TOOLS: readonly Tool[] = [
  { name: 'filters', label: () => t().analysis.filters.tool, title: () => t().analysis.filters.toolTitle, key: 'f', side: true, Dialog: Filters },
  { name: 'compare', label: () => t().analysis.compare.tool, title: () => t().analysis.compare.toolTitle, key: 'c', side: true, Dialog: CompareTool },
  { name: 'download', label: () => t().take.label, title: () => t().take.labelTitle, Dialog: Download },
  { name: 'cite', label: () => t().tools.cite, title: () => t().tools.citeTitle, Dialog: Cite },
  { name: 'help', label: () => '?', title: () => t().tools.help, key: '?', round: true, Dialog: Help },
];
