import type { Product } from '../../../models/securityhub/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource, productArn, productIn } from './arns.ts';
import { conflict, invalidInput, notFound } from './errors.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { subscriptions } from './state.ts';

interface KnownProduct {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Services of AWS's that send findings. Products of partners are let in by their ARN. */
const PRODUCTS: readonly KnownProduct[] = [
  { id: 'aws/guardduty', name: 'GuardDuty', description: 'Threats found in what accounts do.' },
  {
    id: 'aws/securityhub',
    name: 'Security Hub',
    description: 'Findings of the controls of standards.',
  },
  { id: 'aws/access-analyzer', name: 'IAM Access Analyzer', description: 'Access from outside.' },
  { id: 'aws/inspector', name: 'Inspector', description: 'Vulnerabilities of software.' },
  { id: 'aws/macie', name: 'Macie', description: 'Sensitive data in buckets.' },
  { id: 'aws/config', name: 'Config', description: 'Results of the rules of AWS Config.' },
];

function shown(scope: Scope, { id, name, description }: KnownProduct): Product {
  return {
    ProductArn: productArn(scope, id),
    ProductName: name,
    CompanyName: 'AWS',
    Description: description,
    Categories: [],
    IntegrationTypes: ['SEND_FINDINGS_TO_SECURITY_HUB'],
  };
}

function subscriptionArn(scope: Scope, product: string): string {
  return hubResource(scope, `product-subscription/${product}`);
}

/** Which products may send findings. */
export const productOperations: readonly AnyOperation[] = [
  onHub({
    name: 'DescribeProducts',
    access: 'read',
    handle: async (input, { scope }, { call }) => {
      const { ProductArn: arn } = input;
      const all = PRODUCTS.map((product) => shown(scope, product));
      const wanted = arn === undefined ? all : all.filter(({ ProductArn }) => ProductArn === arn);
      const page = pageOfList(call, input, arn ?? '', wanted);
      return { Products: page.items, ...page.answer };
    },
  }),
  onHub({
    name: 'EnableImportFindingsForProduct',
    access: 'write',
    on: ({ ProductArn }) => ProductArn,
    handle: async ({ ProductArn }, { view, scope }) => {
      const product = productIn(ProductArn, scope);
      if (product === undefined) throw invalidInput(`Invalid parameter ProductArn: ${ProductArn}`);
      if ((await view.get(subscriptions, product)) !== undefined) {
        throw conflict('Account is already subscribed to the product');
      }
      view.put(subscriptions, product, { product });
      return { ProductSubscriptionArn: subscriptionArn(scope, product) };
    },
  }),
  onHub({
    name: 'DisableImportFindingsForProduct',
    access: 'write',
    on: ({ ProductSubscriptionArn }) => ProductSubscriptionArn,
    handle: async ({ ProductSubscriptionArn: arn }, { view, scope }) => {
      const all = await everyOf(view, subscriptions);
      const found = all.find(({ product }) => subscriptionArn(scope, product) === arn);
      if (found === undefined) throw notFound(`Product subscription ${arn} was not found.`);
      view.delete(subscriptions, found.product);
      return {};
    },
  }),
  onHub({
    name: 'ListEnabledProductsForImport',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const all = await everyOf(view, subscriptions);
      const page = pageOfList(call, input, '', all);
      const ProductSubscriptions = page.items.map(({ product }) => subscriptionArn(scope, product));
      return { ProductSubscriptions, ...page.answer };
    },
  }),
];
