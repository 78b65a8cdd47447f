import { render } from 'preact';
import { followKeys } from './keys';
import { followHash, followPlay, makePage } from './page';
import './styles.css';
import { SCHEMA } from './types';
import type { PageData } from './types';
import { App } from './ui/App';

function readData(): PageData | string {
  const text = document.getElementById('picture')?.textContent?.trim() ?? '';
  if (text === '') return 'This page holds no picture: it is the empty form that whoholds fills in.';
  const data = JSON.parse(text) as PageData;
  if (data.schema !== SCHEMA) return `This page reads data of form ${SCHEMA}, and what it holds is of form ${data.schema}.`;
  return data;
}

const root = document.getElementById('app');
const data = readData();
if (root !== null && typeof data === 'string') {
  root.className = 'message';
  root.textContent = data;
} else if (root !== null && typeof data !== 'string') {
  document.title = data.meta.title;
  const page = makePage(data, location.hash);
  render(<App page={page} />, root);
  setTimeout(() => {
    page.started.yes = true;
  }, 500);
  followHash(page, window);
  followPlay(page, window);
  followKeys(page, document);
}
