-- AlterTable
ALTER TABLE "domain" ADD COLUMN     "order" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "baseRevision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "order" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "product" ALTER COLUMN "description" DROP NOT NULL,
ALTER COLUMN "description" DROP DEFAULT;

-- AlterTable
ALTER TABLE "source" ALTER COLUMN "name" DROP NOT NULL;

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "order" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "workspace" ALTER COLUMN "prices" DROP NOT NULL,
ALTER COLUMN "prices" DROP DEFAULT;

-- An own share of nothing is legal: then the products upstream carry the whole budget.
ALTER TABLE "workspace" DROP CONSTRAINT "workspace_sloOwnShare_check";
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_sloOwnShare_check" CHECK ("sloOwnShare" >= 0 AND "sloOwnShare" <= 1);

-- A deadline is read on a day and in a zone.
ALTER TABLE "requirement" ADD COLUMN "dayOffset" INTEGER, ADD COLUMN "timezone" TEXT;
