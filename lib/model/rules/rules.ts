import { aliasesAreUnique } from './aliases-are-unique';
import { definitionsAgree } from './definitions-agree';
import { derivationsEnd } from './derivations-end';
import { driversAreFinished } from './drivers-are-finished';
import { driversEnd } from './drivers-end';
import { entitiesHaveAGrain } from './entities-have-a-grain';
import { expectationsFit } from './expectations-fit';
import { expressionsHaveTheirType } from './expressions-have-their-type';
import { expressionsParse } from './expressions-parse';
import { formulasEnd } from './formulas-end';
import { groupsAggregate } from './groups-aggregate';
import { labelsAreUnique } from './labels-are-unique';
import { measuresAreFinished } from './measures-are-finished';
import { metricsAreFinished } from './metrics-are-finished';
import { metricsComeDownToFew } from './metrics-come-down-to-few';
import { metricsHaveATime } from './metrics-have-a-time';
import { namesAreUnique } from './names-are-unique';
import { namesAreUsable } from './names-are-usable';
import { namesInExpressionsExist } from './names-in-expressions-exist';
import { noChasm } from './no-chasm';
import { noFanOut } from './no-fan-out';
import { oneEndsAreUnique } from './one-ends-are-unique';
import { periodsAndZonesExist } from './periods-and-zones-exist';
import { personalDataHasAPurpose } from './personal-data-has-a-purpose';
import { ratiosAreNotAveraged } from './ratios-are-not-averaged';
import { ratiosShareATime } from './ratios-share-a-time';
import { referencesExist } from './references-exist';
import { relationshipKeysMatch } from './relationship-keys-match';
import { relationshipsHaveACardinality } from './relationships-have-a-cardinality';
import { rowsDoNotAggregate } from './rows-do-not-aggregate';
import type { Rule } from './rule-shape';
import { stocksAreNotSummedOverTime } from './stocks-are-not-summed-over-time';
import { timesAreTimes } from './times-are-times';
import { unitsAgree } from './units-agree';
import { unitsAreNotSummed } from './units-are-not-summed';
import { useCasesHaveAnOwner } from './use-cases-have-an-owner';
import { valuesCanBe } from './values-can-be';
import { valuesCountOnce } from './values-count-once';
import { waysAreUnique } from './ways-are-unique';

/** Every rule there is; their order is of no consequence. */
export const RULES: readonly Rule[] = [
  namesAreUsable,
  namesAreUnique,
  labelsAreUnique,
  aliasesAreUnique,
  referencesExist,
  entitiesHaveAGrain,
  relationshipsHaveACardinality,
  relationshipKeysMatch,
  oneEndsAreUnique,
  derivationsEnd,
  formulasEnd,
  driversEnd,
  expressionsParse,
  namesInExpressionsExist,
  expressionsHaveTheirType,
  rowsDoNotAggregate,
  groupsAggregate,
  ratiosAreNotAveraged,
  measuresAreFinished,
  metricsAreFinished,
  metricsComeDownToFew,
  driversAreFinished,
  metricsHaveATime,
  timesAreTimes,
  waysAreUnique,
  noFanOut,
  valuesCountOnce,
  noChasm,
  stocksAreNotSummedOverTime,
  unitsAreNotSummed,
  unitsAgree,
  ratiosShareATime,
  expectationsFit,
  valuesCanBe,
  periodsAndZonesExist,
  definitionsAgree,
  personalDataHasAPurpose,
  useCasesHaveAnOwner,
];
