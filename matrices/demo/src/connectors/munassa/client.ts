// The facade of the CRM: the only place that may know its SDK.
import { Munassa } from "@munassa/sdk";

const crm = new Munassa({ timeout: 5_000 });

export async function updateContact(id: string, fields: Record<string, string>): Promise<void> {
  await crm.contacts.update(id, fields);
}
