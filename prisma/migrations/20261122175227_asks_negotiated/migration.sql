-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "detail" JSONB;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "productKeys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "requirement" ADD COLUMN     "agreedAt" TIMESTAMPTZ(3),
ADD COLUMN     "agreedById" TEXT,
ADD COLUMN     "counterDate" DATE,
ADD COLUMN     "counterReason" TEXT,
ADD COLUMN     "counterValue" JSONB,
ADD COLUMN     "counteredAt" TIMESTAMPTZ(3),
ADD COLUMN     "counteredById" TEXT,
ADD COLUMN     "deferredUntil" DATE,
ADD COLUMN     "delegateKey" TEXT,
ADD COLUMN     "question" TEXT;

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "productKey" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "parentId" TEXT,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "read_mark" (
    "workspaceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lastSeq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "read_mark_pkey" PRIMARY KEY ("workspaceId","personId")
);

-- CreateIndex
CREATE INDEX "comment_workspaceId_subjectKind_subjectKey_createdAt_idx" ON "comment"("workspaceId", "subjectKind", "subjectKey", "createdAt");

-- CreateIndex
CREATE INDEX "comment_workspaceId_productKey_createdAt_idx" ON "comment"("workspaceId", "productKey", "createdAt");

-- CreateIndex
CREATE INDEX "comment_workspaceId_parentId_idx" ON "comment"("workspaceId", "parentId");

-- CreateIndex
CREATE INDEX "event_productKeys_idx" ON "event" USING GIN ("productKeys");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspaceId_parentId_fkey" FOREIGN KEY ("workspaceId", "parentId") REFERENCES "comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed vocabularies
ALTER TABLE "comment" ADD CONSTRAINT "comment_subjectKind_check" CHECK ("subjectKind" IN ('ask', 'record', 'product', 'version'));
ALTER TABLE "decision" ADD CONSTRAINT "decision_action_check" CHECK ("action" IN ('accept', 'decline', 'counter', 'need-information', 'defer', 'delegate', 'provide', 'agree', 'answer', 'withdraw', 'implement', 'verify'));

-- What was accepted before the second name had a column of its own was accepted by whoever decided.
UPDATE "requirement" SET "agreedById" = "decidedById", "agreedAt" = "decidedAt" WHERE "state" IN ('accepted', 'agreed', 'implemented', 'verified');

-- A state that stands on something cannot stand without it: no agreement without a second name and its time.
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_agreed_check" CHECK ("state" NOT IN ('accepted', 'agreed', 'implemented', 'verified') OR ("agreedById" IS NOT NULL AND "agreedAt" IS NOT NULL));
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_countered_check" CHECK ("state" NOT IN ('countered', 'agreed') OR ("counterValue" IS NOT NULL AND "counterReason" IS NOT NULL AND "counteredById" IS NOT NULL AND "counteredAt" IS NOT NULL));
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_two_names_check" CHECK ("state" <> 'agreed' OR "agreedById" <> "counteredById");
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_question_check" CHECK ("state" <> 'needs-information' OR "question" IS NOT NULL);
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_deferred_check" CHECK ("state" <> 'deferred' OR "deferredUntil" IS NOT NULL);
ALTER TABLE "comment" ADD CONSTRAINT "comment_body_check" CHECK ("body" <> '');
ALTER TABLE "comment" ADD CONSTRAINT "comment_resolved_check" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));

-- Events written before name their products now. Nothing they say changes; the lock is lifted for this one derived column.
ALTER TABLE "event" DISABLE TRIGGER "event_append_only";
UPDATE "event" SET "productKeys" = array_remove(ARRAY["subject" ->> 'product', "subject" ->> 'consumer'], NULL);
ALTER TABLE "event" ENABLE TRIGGER "event_append_only";
