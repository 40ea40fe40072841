-- CreateIndex
CREATE INDEX "requirement_workspaceId_productKey_verdict_idx" ON "requirement"("workspaceId", "productKey", "verdict");
