'use strict';

(() => {
  const { createElement, useEffect, useRef, useState } = React;
  const { DOC_EXPLORER_PLUGIN, MarkdownContent, useEditorContext, useExecutionContext, useExplorerContext, useSchemaContext }
    = GraphiQL.React;
  const place = document.getElementById('footnote');

  async function fetched(path) {
    const response = await fetch(path);
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return response.text();
  }

  /** The examples of a folder as tabs, in the order of its index. */
  async function tabs(folder) {
    const index = JSON.parse(await fetched(`${folder}/index.json`));
    return Promise.all(index.map(async ({ query, variables }) => ({
      query: await fetched(`${folder}/${query}`),
      variables: variables && JSON.stringify(variables, null, 2),
    })));
  }

  async function examples() {
    return (await Promise.all([tabs('examples'), tabs('examples/editing')])).flat();
  }

  /** The query of a page, if this page was opened from one. */
  async function handed() {
    const parameters = new URLSearchParams(location.search);
    const document = parameters.get('documentId');
    if (!document || !/^[a-z0-9-]+$/.test(document)) {
      return [];
    }
    const variables = JSON.parse(parameters.get('variables') || '{}');
    return [{ query: await fetched(`documents/${document}.graphql`), variables: JSON.stringify(variables, null, 2) }];
  }

  /** What is written here is kept under a name of ours, because other pages of this origin may have a GraphiQL, too. */
  function storage(keeps) {
    const ours = (name) => `footnote:${name}`;
    return {
      // a query that was handed over is shown, and not the tabs of the last visit
      getItem: (name) => keeps || name !== 'graphiql:tabState' ? localStorage.getItem(ours(name)) : null,
      setItem: (name, value) => localStorage.setItem(ours(name), value),
      removeItem: (name) => localStorage.removeItem(ours(name)),
      clear: () => Object.keys(localStorage).filter((name) => name.startsWith('footnote:'))
        .forEach((name) => localStorage.removeItem(name)),
      get length() {
        return localStorage.length;
      },
    };
  }

  function name() {
    return createElement('span', { className: 'footnote-name' }, 'Footnote', createElement('sup', null, '1'));
  }

  /** What everything else hangs on. */
  const NOUNS = ['Organization', 'Person', 'Initiative', 'FinancialReport'];

  /** The documentation starts at the nouns, because a list of all types says nothing about where to begin. */
  function startWithNouns() {
    const Explorer = DOC_EXPLORER_PLUGIN.content;
    DOC_EXPLORER_PLUGIN.content = function Documentation() {
      const { explorerNavStack } = useExplorerContext({ nonNull: true });
      const { schema } = useSchemaContext({ nonNull: true });
      const [all, setAll] = useState(false);
      return all || explorerNavStack.length > 1 || !schema
        ? createElement(Explorer)
        : createElement(Start, { schema, showAll: () => setAll(true) });
    };
  }

  function Start({ schema, showAll }) {
    const { push } = useExplorerContext({ nonNull: true });
    const open = (type) => () => push({ name: type.name, def: type });
    return createElement('section', { className: 'graphiql-doc-explorer footnote-start', 'aria-label': 'Documentation Explorer' },
      createElement('h2', null, 'Docs'),
      createElement('p', null, schema.description),
      ...NOUNS.map((name) => schema.getType(name)).filter(Boolean).map((type) => createElement('article', { key: type.name },
        createElement('button', { type: 'button', className: 'footnote-type', onClick: open(type) }, type.name),
        createElement(MarkdownContent, { type: 'description' }, type.description))),
      createElement('p', null,
        createElement('button', { type: 'button', className: 'footnote-type', onClick: open(schema.getQueryType()) }, 'Query'),
        ' has all ways in. ',
        createElement('button', { type: 'button', className: 'footnote-type', onClick: showAll }, 'All types')));
  }

  /** Asks the first example, where that is what stands there and nothing has been answered yet. */
  function FirstAnswer({ query }) {
    const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
    const { run, isFetching } = useExecutionContext({ nonNull: true });
    const asked = useRef(false);
    useEffect(() => {
      // the query needs its variables, whose editor comes later
      if (!asked.current && queryEditor && variableEditor && responseEditor && !isFetching) {
        asked.current = true;
        if (queryEditor.getValue() === query && !responseEditor.getValue()) {
          run();
        }
      }
    });
    return null;
  }

  function show([tabs, given]) {
    startWithNouns();
    const page = createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({
        url: 'graphql',
        subscriptionUrl: new URL('graphql', location.href).href.replace(/^http/, 'ws'),
      }),
      defaultTabs: [...given, ...tabs],
      // because the first tab is opened without its variables
      ...(given.length > 0 && { variables: given[0].variables }),
      storage: storage(given.length === 0),
    }, createElement(GraphiQL.Logo, null, name(), createElement(FirstAnswer, { query: (given[0] ?? tabs[0]).query })));
    ReactDOM.createRoot(place).render(page);
  }

  function failed(error) {
    place.className = 'footnote-failed';
    place.textContent = `This page could not be loaded: ${error.message}. The API answers at /graphql all the same.`;
  }

  Promise.all([examples(), handed()]).then(show).catch(failed);
})();
