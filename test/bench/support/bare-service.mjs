// A bare route of the same framework, in a process of its own: Nest on Fastify answers one JSON, or one
// page, from memory. Reads it on its standard input, then prints its port.
import 'reflect-metadata';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { text } from 'node:stream/consumers';

const sample = await text(process.stdin);
const isPage = sample.startsWith('<');
const answer = isPage ? sample : JSON.parse(sample);

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

if (isPage) {
  Header('content-type', 'text/html; charset=utf-8')(
    BareController.prototype,
    'read',
    Object.getOwnPropertyDescriptor(BareController.prototype, 'read'),
  );
}

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${app.getHttpServer().address().port}\n`);
