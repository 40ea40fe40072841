import type { NewPerson } from '../lib/db/found-workspace';

/** Who works at Casa Verde. The first is whom a visitor is before they choose. */
export const STORY_PEOPLE: readonly NewPerson[] = [
  {
    key: 'ana',
    name: 'Ana Souza',
    title: 'Analyst, retention marketing',
    role: 'analyst',
    teams: ['retention-marketing'],
    initials: 'AS',
  },
  {
    key: 'bruno',
    name: 'Bruno Lima',
    title: 'Data engineer',
    role: 'engineer',
    teams: ['customer-data', 'sales-data'],
    initials: 'BL',
  },
  {
    key: 'carla',
    name: 'Carla Mendes',
    title: 'Owner of Orders',
    role: 'owner',
    teams: ['order-platform'],
    initials: 'CM',
  },
  {
    key: 'davi',
    name: 'Davi Rocha',
    title: 'Engineer, customer systems',
    role: 'engineer',
    teams: ['crm', 'voice-of-customer', 'pim'],
    initials: 'DR',
  },
  {
    key: 'elisa',
    name: 'Elisa Prado',
    title: 'Analyst, merchandising',
    role: 'analyst',
    teams: ['merchandising'],
    initials: 'EP',
  },
  {
    key: 'fabio',
    name: 'Fábio Nunes',
    title: 'Data platform',
    role: 'admin',
    teams: [],
    initials: 'FN',
  },
  {
    key: 'helena',
    name: 'Helena Dias',
    title: 'Owner of customer and sales data',
    role: 'owner',
    teams: ['customer-data', 'sales-data'],
    initials: 'HD',
  },
  {
    key: 'gil',
    name: 'Gil Teixeira',
    title: 'Engineer, payments and sellers',
    role: 'engineer',
    teams: ['payments', 'seller-ops'],
    initials: 'GT',
  },
];
