// A bare route of the same framework, in a process of its own: Nest on Fastify answers one JSON from
// memory. Reads the JSON on its standard input, then prints its port.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { text } from 'node:stream/consumers';

const answer = JSON.parse(await text(process.stdin));

class BareController {
  read() {
    return answer;
  }
}
Controller('bare')(BareController);
Get()(
  BareController.prototype,
  'read',
  Object.getOwnPropertyDescriptor(BareController.prototype, 'read'),
);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${app.getHttpServer().address().port}\n`);
