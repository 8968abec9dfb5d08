'use strict';

(() => {
  const { createElement } = React;
  const place = document.getElementById('footnote');

  async function fetched(path) {
    const response = await fetch(path);
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return response.text();
  }

  /** The examples as tabs, in the order of the index. */
  async function examples() {
    const index = JSON.parse(await fetched('examples/index.json'));
    return Promise.all(index.map(async ({ query, variables }) => ({
      query: await fetched(`examples/${query}`),
      variables: variables && JSON.stringify(variables, null, 2),
    })));
  }

  /** What is written here is kept under a name of ours, because other pages of this origin may have a GraphiQL, too. */
  function storage() {
    const ours = (name) => `footnote:${name}`;
    return {
      getItem: (name) => localStorage.getItem(ours(name)),
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

  function show(tabs) {
    const page = createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: 'graphql' }),
      defaultTabs: tabs,
      visiblePlugin: 'Documentation Explorer',
      storage: storage(),
    }, createElement(GraphiQL.Logo, null, name()));
    ReactDOM.createRoot(place).render(page);
  }

  function failed(error) {
    place.className = 'footnote-failed';
    place.textContent = `This page could not be loaded: ${error.message}. The API answers at /graphql all the same.`;
  }

  examples().then(show).catch(failed);
})();
