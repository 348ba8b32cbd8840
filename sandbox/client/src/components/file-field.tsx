import type { APIFileUploadComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { fileRefusal, readBase64 } from "../file-reading.ts";
import { sizeText } from "../media-address.ts";
import type { UploadedFile } from "../state/modal-form.ts";
import type { FieldProps } from "./modal-field.tsx";
import { Dots } from "./dots.tsx";
import { Icon } from "./icons.tsx";

interface Props extends FieldProps {
  readonly upload: APIFileUploadComponent;
  readonly files: readonly UploadedFile[];
}

/** Files by dropping or choosing them; each goes to the sandbox at once. */
export function FileField({ upload, files, id, label, describedBy, required, invalid, onFill }: Props): JSX.Element {
  const { act, dispatch } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState(false);
  const [busy, setBusy] = useState(0);
  const current = useRef(files);
  current.current = files;
  const max = upload.max_values ?? 1;

  const set = (next: readonly UploadedFile[]): void => {
    current.current = next;
    onFill({ kind: "files", files: next });
  };
  const send = async (file: File): Promise<void> => {
    const data = await readBase64(file);
    const answer = await act("upload", { filename: file.name, contentType: file.type || "application/octet-stream", data });
    if (answer.ok) set([...current.current, { attachmentId: answer.value.attachmentId, filename: file.name, size: file.size }]);
  };
  const add = async (chosen: FileList | null | undefined): Promise<void> => {
    const given = [...(chosen ?? [])];
    if (given.length > max - files.length) dispatch({ type: "toast", text: `You can upload at most ${max} file${max === 1 ? "" : "s"} here.` });
    for (const file of given.slice(0, max - files.length)) {
      const refusal = fileRefusal(file, upload.file_types);
      if (refusal !== null) {
        dispatch({ type: "toast", text: refusal });
        continue;
      }
      setBusy((count) => count + 1);
      await send(file);
      setBusy((count) => count - 1);
    }
    if (input.current !== null) input.current.value = "";
  };

  return (
    <div class="file-field">
      <div
        class={`drop${under ? " under" : ""}${invalid ? " invalid" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setUnder(true);
        }}
        onDragLeave={() => setUnder(false)}
        onDrop={(event) => {
          event.preventDefault();
          setUnder(false);
          void add(event.dataTransfer?.files);
        }}
      >
        <Icon name="upload" size={28} />
        <p>Drop files here or <button type="button" class="text-link" onClick={() => input.current?.click()}>browse</button></p>
        <p class="choice-about">Upload up to {max} file{max === 1 ? "" : "s"} under 10 MB.</p>
        <input
          ref={input}
          id={id}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-label={label}
          aria-describedby={describedBy}
          aria-required={required}
          multiple={max > 1}
          accept={upload.file_types?.map((type) => (type.startsWith(".") ? type : `${type}/*`)).join(",")}
          onChange={(event) => void add(event.currentTarget.files)}
        />
      </div>
      {busy > 0 ? <p class="list-note" role="status"><Dots /> Uploading…</p> : null}
      <ul class="uploads">
        {files.map((file) => (
          <li key={file.attachmentId}>
            <Icon name="file" size={20} />
            <span class="choice-name">{file.filename}</span>
            <span class="choice-about">{sizeText(file.size)}</span>
            <button type="button" class="tool" aria-label={`Remove ${file.filename}`} onClick={() => set(files.filter((each) => each !== file))}>
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
