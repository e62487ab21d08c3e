/** @returns selects again what is selected now: a field that has the keyboard for a while takes the selection along */
export function keepSelection(): () => void {
  const selection = window.getSelection();
  const range = selection && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
  return () => {
    if (range === null || !range.commonAncestorContainer.isConnected) return;
    window.getSelection()?.removeAllRanges();
    window.getSelection()?.addRange(range);
  };
}
