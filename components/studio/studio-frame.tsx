'use client';

import { useQuery } from '@tanstack/react-query';
import { Code, GitBranch, History, Rocket, Send, Shapes, ShieldCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo, useCallback, useState } from 'react';
import { RemovalDialog } from '@/components/canvas/removal-dialog';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { PublishDialog } from '@/components/push/publish-dialog';
import { SendDialog } from '@/components/push/send-dialog';
import { Page } from '@/components/shell/page';
import { useTitle } from '@/components/shell/use-title';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { TabPanel } from '@/components/ui/tab-panel';
import { type Tab, Tabs } from '@/components/ui/tabs';
import { useShortcut } from '@/components/ui/use-shortcut';
import { productQuery } from '@/lib/client/products';
import { CanvasTab } from './canvas-tab';
import { ConflictDialog } from './conflict-dialog';
import { MetricTreeView } from './metric-tree-view';
import { NeedsTab } from './needs-tab';
import type { Opened } from './open-studio';
import { OthersHere } from './others-here';
import { RightPanel } from './right-panel';
import { SavingMark } from './saving-mark';
import { type StudioTab, useSelectionInAddress, useStudioTab } from './studio-address';
import { StudioTitle } from './studio-title';
import { TabKeys } from './tab-keys';
import { UnsentBadge } from './unsent-badge';
import { useFollowOthers } from './use-follow-others';
import { useStudioCommands } from './use-studio-commands';
import { VersionsTab } from './versions-tab';

type Props = { productKey: string; opened: Opened };

const TABS: readonly Tab<StudioTab>[] = [
  { value: 'canvas', label: 'Canvas', icon: Shapes },
  { value: 'metrics', label: 'Metric tree', icon: GitBranch },
  { value: 'needs', label: 'Needs', icon: ShieldCheck },
  { value: 'versions', label: 'Versions', icon: History },
  { value: 'code', label: 'Code', icon: Code },
];
/** Its editor is loaded when somebody first looks. */
const CodeTab = dynamic(async () => (await import('./code-tab')).CodeTab, {
  ssr: false,
  loading: () => <LoadingRows label="Opening the text" rows={8} className="p-6" />,
});
const selectConflicts = ({ saving }: EditorState) => (saving.state === 'conflict' ? saving.conflicts : null);

/** The bar, the tabs and the inspector around whatever tab is shown. */
export const StudioFrame = memo(function StudioFrame({ productKey, opened }: Props) {
  const { editor, autosave, draft } = opened;
  const { data: product } = useQuery(productQuery(productKey));
  const name = product?.name ?? '…';
  const version = product?.version ?? draft.published?.number ?? null;
  const [sentEdition, setSentEdition] = useState<number | null>(null);
  const isUpstream = product !== undefined && product.alignment !== 'consumer';
  useTitle(product?.name);
  const [tab, setTab] = useStudioTab();
  useSelectionInAddress(editor);
  useFollowOthers(productKey, autosave);
  const [isSending, setSending] = useState(false);
  const [isDeciding, setDeciding] = useState(false);
  const conflicts = useEditorValue(selectConflicts);
  const send = useCallback(() => setSending(true), []);
  useStudioCommands({ send, show: setTab });
  useShortcut('mod+s', () => void autosave.flush());

  return (
    <Page
      crumbs={[{ label: 'Studio' }]}
      title={<StudioTitle productKey={productKey} name={product?.name} />}
      titleAside={
        <>
          {version !== null && <Badge className="ml-1">version {version}</Badge>}
          <UnsentBadge
            wasChanged={draft.changedSincePublished}
            sentEdition={sentEdition}
            isUpstream={isUpstream}
            hasVersion={version !== null}
          />
          {!draft.canEdit && <Badge className="ml-1">only to look at</Badge>}
          {draft.canEdit && <SavingMark onDecide={() => setDeciding(true)} />}
        </>
      }
      actions={
        <>
          <OthersHere productKey={productKey} />
          {draft.canEdit && (
            <Button variant="primary" icon={isUpstream ? Rocket : Send} onClick={() => setSending(true)}>
              {isUpstream ? 'Publish' : 'Send upstream'}
            </Button>
          )}
        </>
      }
      className="flex overflow-hidden"
    >
      <Tabs label="Views of the model" value={tab} onChange={setTab} tabs={TABS} className="min-w-0 flex-1">
        <TabPanel value="canvas" isKept>
          <CanvasTab productKey={productKey} isShown={tab === 'canvas'} />
        </TabPanel>
        <TabPanel value="metrics">
          <MetricTreeView />
        </TabPanel>
        <TabPanel value="needs">
          <NeedsTab productKey={productKey} />
        </TabPanel>
        <TabPanel value="versions">
          <VersionsTab productKey={productKey} onShowCanvas={() => setTab('canvas')} />
        </TabPanel>
        <TabPanel value="code">
          <CodeTab productKey={productKey} />
        </TabPanel>
      </Tabs>
      {tab !== 'canvas' && <TabKeys />}
      <RightPanel productKey={productKey} />
      <RemovalDialog />
      <SendDialog
        product={productKey}
        productName={name}
        autosave={autosave}
        isOpen={isSending && !isUpstream}
        onOpenChange={setSending}
        onSent={() => setSentEdition(editor.get().edition)}
      />
      {isSending && isUpstream && (
        <PublishDialog
          product={productKey}
          productName={name}
          autosave={autosave}
          onClose={() => setSending(false)}
          onPublished={() => setSentEdition(editor.get().edition)}
        />
      )}
      {conflicts && (
        <ConflictDialog
          conflicts={conflicts}
          isOpen={isDeciding}
          onOpenChange={setDeciding}
          onDecide={autosave.decide}
        />
      )}
    </Page>
  );
});
