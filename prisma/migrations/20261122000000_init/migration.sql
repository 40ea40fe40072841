-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT,
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT,
    "sloOwnShare" DOUBLE PRECISION NOT NULL DEFAULT 0.2,
    "prices" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "eventSeq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domainKey" TEXT,

    CONSTRAINT "team_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL,
    "teamKeys" TEXT[],
    "initials" TEXT NOT NULL DEFAULT '',
    "colour" TEXT NOT NULL DEFAULT '',
    "userId" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "tables" JSONB NOT NULL DEFAULT '[]',
    "order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "source_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alignment" TEXT NOT NULL,
    "domainKey" TEXT,
    "ownerTeamKey" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "layer" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "build" JSONB NOT NULL DEFAULT '{"mode":"virtual"}',
    "promises" JSONB NOT NULL DEFAULT '{}',
    "ports" JSONB NOT NULL DEFAULT '[]',
    "useCase" JSONB,
    "goodFor" TEXT,
    "notFor" TEXT,
    "order" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedVersionId" TEXT,

    CONSTRAINT "product_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "draft" (
    "workspaceId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "layout" JSONB NOT NULL DEFAULT '{}',
    "layoutRevision" INTEGER NOT NULL DEFAULT 0,
    "baseVersionId" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("workspaceId","productId")
);

-- CreateTable
CREATE TABLE "draft_record" (
    "workspaceId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "draft_record_pkey" PRIMARY KEY ("workspaceId","productId","recordId")
);

-- CreateTable
CREATE TABLE "draft_change" (
    "workspaceId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "actorId" TEXT,
    "diff" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_change_pkey" PRIMARY KEY ("workspaceId","productId","revision")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "layout" JSONB NOT NULL DEFAULT '{}',
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "push" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,

    CONSTRAINT "push_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "consumerKey" TEXT NOT NULL,
    "productKey" TEXT NOT NULL,
    "target" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL DEFAULT '',
    "value" JSONB,
    "verdict" TEXT NOT NULL,
    "supply" JSONB,
    "slack" DOUBLE PRECISION,
    "hard" BOOLEAN NOT NULL DEFAULT false,
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "role" TEXT,
    "causes" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL,
    "pushId" TEXT NOT NULL,
    "sinceVersion" INTEGER NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "requirementId" TEXT NOT NULL,
    "askKey" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "subject" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspaceId","seq")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspaceId" TEXT NOT NULL,
    "principal" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspaceId","principal","key")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_key_key" ON "workspace"("key");

-- CreateIndex
CREATE UNIQUE INDEX "domain_workspaceId_key_key" ON "domain"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "team_workspaceId_key_key" ON "team"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "person_userId_idx" ON "person"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspaceId_key_key" ON "person"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspaceId_userId_key" ON "person"("workspaceId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "source_workspaceId_key_key" ON "source"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "policy_workspaceId_key_key" ON "policy"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "product_workspaceId_key_key" ON "product"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "product_workspaceId_publishedVersionId_key" ON "product"("workspaceId", "publishedVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_workspaceId_productId_number_key" ON "model_version"("workspaceId", "productId", "number");

-- CreateIndex
CREATE INDEX "push_workspaceId_productId_idx" ON "push"("workspaceId", "productId");

-- CreateIndex
CREATE INDEX "push_workspaceId_versionId_idx" ON "push"("workspaceId", "versionId");

-- CreateIndex
CREATE INDEX "requirement_workspaceId_productKey_state_idx" ON "requirement"("workspaceId", "productKey", "state");

-- CreateIndex
CREATE INDEX "requirement_workspaceId_pushId_idx" ON "requirement"("workspaceId", "pushId");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_workspaceId_consumerKey_productKey_target_kind__key" ON "requirement"("workspaceId", "consumerKey", "productKey", "target", "kind", "rule");

-- CreateIndex
CREATE INDEX "decision_workspaceId_requirementId_idx" ON "decision"("workspaceId", "requirementId");

-- CreateIndex
CREATE INDEX "decision_workspaceId_askKey_idx" ON "decision"("workspaceId", "askKey");

-- CreateIndex
CREATE UNIQUE INDEX "event_workspaceId_id_key" ON "event"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_createdAt_idx" ON "idempotency_key"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "domain" ADD CONSTRAINT "domain_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_workspaceId_publishedVersionId_fkey" FOREIGN KEY ("workspaceId", "publishedVersionId") REFERENCES "model_version"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_workspaceId_productId_fkey" FOREIGN KEY ("workspaceId", "productId") REFERENCES "product"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_record" ADD CONSTRAINT "draft_record_workspaceId_productId_fkey" FOREIGN KEY ("workspaceId", "productId") REFERENCES "draft"("workspaceId", "productId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_workspaceId_productId_fkey" FOREIGN KEY ("workspaceId", "productId") REFERENCES "draft"("workspaceId", "productId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_workspaceId_productId_fkey" FOREIGN KEY ("workspaceId", "productId") REFERENCES "product"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_workspaceId_productId_fkey" FOREIGN KEY ("workspaceId", "productId") REFERENCES "product"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "model_version"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_workspaceId_pushId_fkey" FOREIGN KEY ("workspaceId", "pushId") REFERENCES "push"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspaceId_requirementId_fkey" FOREIGN KEY ("workspaceId", "requirementId") REFERENCES "requirement"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed vocabularies
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_sloOwnShare_check" CHECK ("sloOwnShare" > 0 AND "sloOwnShare" <= 1);
ALTER TABLE "person" ADD CONSTRAINT "person_role_check" CHECK ("role" IN ('analyst', 'engineer', 'owner', 'admin'));
ALTER TABLE "product" ADD CONSTRAINT "product_alignment_check" CHECK ("alignment" IN ('source', 'aggregate', 'consumer'));
ALTER TABLE "product" ADD CONSTRAINT "product_status_check" CHECK ("status" IN ('draft', 'published', 'deprecated'));
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_verdict_check" CHECK ("verdict" IN ('met', 'tighten', 'missing', 'conflict', 'infeasible'));
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_role_check" CHECK ("role" IN ('direct', 'indirect'));
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_state_check" CHECK ("state" IN ('covered', 'proposed', 'accepted', 'declined', 'countered', 'needs-information', 'deferred', 'withdrawn', 'agreed', 'implemented', 'verified'));

-- What has happened stays as it was. Erasing a whole workspace is the one deletion there is; it must be asked for by name.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' AND current_setting('headwater.erase', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "event_no_truncate" BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_no_truncate" BEFORE TRUNCATE ON "decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "draft_change_append_only" BEFORE UPDATE OR DELETE ON "draft_change" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "draft_change_no_truncate" BEFORE TRUNCATE ON "draft_change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "model_version_immutable" BEFORE UPDATE OR DELETE ON "model_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "model_version_no_truncate" BEFORE TRUNCATE ON "model_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
