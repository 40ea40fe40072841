-- CreateTable
CREATE TABLE "seen_thing" (
    "workspaceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "lastSeq" BIGINT NOT NULL,

    CONSTRAINT "seen_thing_pkey" PRIMARY KEY ("workspaceId","personId","thing")
);

-- CreateIndex
CREATE INDEX "comment_mentions_idx" ON "comment" USING GIN ("mentions");

-- AddForeignKey
ALTER TABLE "seen_thing" ADD CONSTRAINT "seen_thing_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_thing" ADD CONSTRAINT "seen_thing_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
