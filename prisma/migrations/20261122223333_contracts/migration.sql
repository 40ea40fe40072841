-- CreateTable
CREATE TABLE "contract" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "consumerKey" TEXT NOT NULL,
    "productKey" TEXT NOT NULL,
    "port" TEXT NOT NULL DEFAULT '',
    "version" TEXT NOT NULL,
    "noticeDays" BIGINT,
    "order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contract_workspaceId_consumerKey_productKey_port_key" ON "contract"("workspaceId", "consumerKey", "productKey", "port");

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is told after the fact.
ALTER TABLE "contract" ADD CONSTRAINT "contract_noticeDays_check" CHECK ("noticeDays" >= 0);
