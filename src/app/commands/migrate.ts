import { NestFactory } from '@nestjs/core';
import { LoadReferenceData } from '../../organisations/index.js';
import { shippedReference } from '../../organisations/reference/shipped-reference.js';
import { migrateApplication } from '../migrate-application.js';
import { openDatabase } from '../open-database.js';
import { print } from '../printer.js';
import { readConfiguration } from '../read-configuration.js';
import { RegisterModule } from '../register.module.js';
import { systemTask } from '../system-task.js';

/** `migrate`: tables, roles and queue, then the organisations and the coverage that are shipped. */
export async function migrate(): Promise<void> {
  const configuration = readConfiguration();
  const database = await openDatabase(configuration);
  try {
    await migrateApplication(database.ownerUrl, configuration.database.appUrl);
    const module = RegisterModule.with(configuration, database.appUrl);
    const context = await NestFactory.createApplicationContext(module, {
      logger: false,
      abortOnError: false,
    });
    try {
      const reference = await shippedReference(configuration.demonstration);
      await context.get(LoadReferenceData).execute(reference, systemTask('reference.load'));
    } finally {
      await context.close();
    }
  } finally {
    await database.close();
  }
  print('La base de données est à jour.');
}
