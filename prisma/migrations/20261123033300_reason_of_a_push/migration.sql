-- AlterTable
ALTER TABLE "push" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- What was written to a version was meant for those who were asked by the same person.
UPDATE "push" SET "reason" = "model_version"."reason"
FROM "model_version"
WHERE "model_version"."workspaceId" = "push"."workspaceId" AND "model_version"."id" = "push"."versionId"
  AND "model_version"."createdById" = "push"."createdById";
