import { Menu } from "@base-ui/react/menu";
import { formatTypeSize, type LengthContext } from "../../../shared/model/typeSizes";
import { Icon } from "../Icon";
import { DraftField } from "./DraftField";
import { readTypeSize } from "./readField";

/** Headline sizes in points that have no Chinese name. */
const LARGE_SIZES = [72, 63, 56, 48, 36] as const;

/** A type size: typed as 号 or points, or taken from the list. */
export function TypeSizeField({ label, size, context, onCommit }: {
  readonly label: string;
  readonly size: number;
  readonly context: LengthContext;
  readonly onCommit: (size: number) => void;
}) {
  const sizes = [...LARGE_SIZES.map((points) => ({ name: "", size: points })), ...context.typeSizes].sort((a, b) => b.size - a.size);
  const name = formatTypeSize(size, context.typeSizes);
  return (
    <DraftField
      label={label}
      text={name}
      read={(text) => readTypeSize(text, context)}
      onCommit={onCommit}
      step={(by, large) => Math.min(400, Math.max(4, size + by * (large ? 5 : 0.5)))}
      unit={name.endsWith("pt") ? "" : `${size}pt`}
      end={
        <Menu.Root>
          <Menu.Trigger className="input-menu" aria-label={label}>
            <Icon name="chevron" />
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="positioner" align="end" sideOffset={3}>
              <Menu.Popup className="menu size-menu">
                <Menu.RadioGroup value={size} onValueChange={(value: number) => onCommit(value)}>
                  {sizes.map((entry) => (
                    <Menu.RadioItem key={entry.size} value={entry.size} className="menu-item">
                      <Menu.RadioItemIndicator className="menu-check" keepMounted>
                        <Icon name="check" />
                      </Menu.RadioItemIndicator>
                      <span>{entry.name}</span>
                      <span className="menu-key number">{`${entry.size}pt`}</span>
                    </Menu.RadioItem>
                  ))}
                </Menu.RadioGroup>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      }
    />
  );
}
