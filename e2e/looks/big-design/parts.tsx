import {
  AlertsManager,
  Button,
  createAlertsManager,
  Dropdown,
  GlobalStyles,
  Modal,
  OffsetPagination,
  Select,
  Table,
  Tabs,
} from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { type ReactElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from 'styled-components';

const nothing = () => {};

const people = [{ name: 'Ada' }, { name: 'Grace' }];
const columns = [
  { header: 'Name', hash: 'name', isSortable: true, render: ({ name }: { name: string }) => name },
];

function SortableTable() {
  const [direction, setDirection] = useState<'ASC' | 'DESC'>('ASC');
  return (
    <Table
      columns={columns}
      items={direction === 'ASC' ? people : people.toReversed()}
      keyField="name"
      sortable={{ columnHash: 'name', direction, onSort: (_, asked) => setDirection(asked) }}
    />
  );
}

const options = [
  { value: 'one', content: 'One' },
  { value: 'two', content: 'Two' },
];

function NumberSelect() {
  const [value, setValue] = useState<string | undefined>('one');
  return (
    <>
      <Select label="Number" onOptionChange={setValue} options={options} value={value} />
      <output>{value ?? 'nothing'}</output>
    </>
  );
}

function TwoTabs() {
  const [activeTab, setActiveTab] = useState('one');
  const items = [
    { id: 'one', title: 'One', ariaControls: 'panel' },
    { id: 'two', title: 'Two', ariaControls: 'panel' },
  ];
  return (
    <>
      <Tabs activeTab={activeTab} aria-label="Numbers" items={items} onTabClick={setActiveTab} />
      <div id="panel">{activeTab}</div>
    </>
  );
}

const manager = createAlertsManager();

function OneAlert() {
  useEffect(() => {
    manager.add({ messages: [{ text: 'Saved' }], type: 'success' });
  }, []);
  return <AlertsManager manager={manager} />;
}

/** The parts of BigDesign that the app replaces with its own. Each has only the props that it needs. */
const parts: Record<string, () => ReactElement> = {
  Table: SortableTable,
  OffsetPagination: () => (
    <OffsetPagination
      currentPage={1}
      itemsPerPage={10}
      itemsPerPageOptions={[10, 25]}
      onItemsPerPageChange={nothing}
      onPageChange={nothing}
      totalItems={30}
    />
  ),
  Dropdown: () => (
    <Dropdown
      items={[
        { content: 'Rename', onItemClick: nothing },
        { content: 'Delete', onItemClick: nothing },
      ]}
      toggle={<Button type="button">Actions</Button>}
    />
  ),
  Select: NumberSelect,
  Tabs: TwoTabs,
  AlertsManager: OneAlert,
  Modal: () => (
    <>
      <Button type="button">Behind</Button>
      <Modal
        actions={[{ text: 'Save', onClick: nothing }]}
        header="Rename"
        isOpen
        onClose={nothing}
      >
        A task
      </Modal>
    </>
  ),
};

const name = new URLSearchParams(location.search).get('part') ?? '';
const Part = parts[name];
const root = document.getElementById('part');
if (!Part || !root) throw new Error(`no part is called “${name}”`);
createRoot(root).render(
  <ThemeProvider theme={theme}>
    <GlobalStyles />
    <Part />
  </ThemeProvider>,
);
