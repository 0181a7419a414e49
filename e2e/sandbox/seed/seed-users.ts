/** A user of the control panel. One person can work for several stores. */
export interface StoreUser {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

export const auroraOwner: StoreUser = {
  id: 4101,
  email: 'maya.lindqvist@aurora-outdoor.example',
  name: 'Maya Lindqvist',
  locale: 'en-US',
};

export const brambleOwner: StoreUser = {
  id: 4202,
  email: 'theo@bramble-and-co.example',
  name: 'Theo Bramble',
  locale: 'en-US',
};

/** Works for both stores. */
export const germanStaff: StoreUser = {
  id: 4303,
  email: 'jonas.weber@studio-nord.example',
  name: 'Jonas Weber',
  locale: 'de-DE',
};

export const auroraStaff: StoreUser = {
  id: 4104,
  email: 'priya.shah@aurora-outdoor.example',
  name: 'Priya Shah',
  locale: 'en-GB',
};

export const brambleStaff: StoreUser = {
  id: 4205,
  email: 'olive.hart@bramble-and-co.example',
  name: 'Olive Hart',
  locale: 'en-GB',
};
