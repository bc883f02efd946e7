export { HomeWork } from './home/home-work.js';
export { presentTasks } from './home/home.presenter.js';
export { WebModule } from './web.module.js';
