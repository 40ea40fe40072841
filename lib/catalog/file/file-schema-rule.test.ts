import { expect, test } from 'vitest';
import { ExpectationRule, HouseRule } from '@/lib/model/rule';
import { FileExpectation, FileHouseRule } from './file-schema-rule';

function wordsOf(options: readonly { shape: { rule: { value: string } } }[]): string[] {
  return options.map((option) => option.shape.rule.value).sort();
}

test('a file may state every rule a record may, and a house rule every rule of the house', () => {
  const [, houseOnly] = HouseRule.options;
  expect(wordsOf(FileExpectation.options)).toEqual(wordsOf(ExpectationRule.options));
  expect(wordsOf(FileHouseRule.options)).toEqual(wordsOf([...ExpectationRule.options, ...houseOnly.options]));
});
