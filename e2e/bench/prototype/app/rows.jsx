'use client';

import { Table } from '@bigcommerce/big-design';

const columns = [
  { header: 'Name', hash: 'name', render: ({ name }) => name },
  { header: 'Description', hash: 'description', render: ({ description }) => description },
  { header: 'Last updated', hash: 'updated', render: ({ updated_at }) => updated_at },
];

export function Rows({ rows }) {
  return <Table columns={columns} items={rows} keyField="id" />;
}
